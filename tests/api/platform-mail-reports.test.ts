import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { postfixReport } from '../support/delivery-reports.js';
import { readDeliveryReport } from '../../api/src/platform/mail/delivery-report.js';

const report = { messageId: '<0193@places.example.org>', to: 'Camille@example.org' };

describe('a delivery report', () => {
  test('tells which message, for whom, what happened and why', () => {
    expect(readDeliveryReport(postfixReport(report))).toEqual({
      messageId: '<0193@places.example.org>',
      envelopeId: null,
      recipients: [
        {
          addresses: ['camille@example.org', 'camille@example.org'],
          action: 'failed',
          status: '5.1.1',
          diagnostic: '550 5.1.1 <x>: Recipient address rejected: User unknown',
        },
      ],
    });
  });

  test('reads the same with the line ends of the wire', () => {
    const source = postfixReport(report);
    expect(readDeliveryReport(source.replaceAll('\n', '\r\n'))).toEqual(readDeliveryReport(source));
  });

  test('is read when its parts are encoded, the message is returned whole and there are several recipients', () => {
    const status = Buffer.from(
      'Reporting-MTA: dns; outlook.example\r\nOriginal-Envelope-Id: 0193-env\r\n\r\nFinal-Recipient: RFC822; <a@example.org>\r\nAction: Delayed\r\nStatus: 4.4.7\r\n\r\n' +
        'Final-Recipient: rfc822;b@example.org\r\nAction: failed\r\nStatus: 5.2.2 (mailbox full)\r\n',
    );
    const source = `Content-Type: multipart/report; boundary=xx; report-type=delivery-status

--xx
Content-Type: message/delivery-status
Content-Transfer-Encoding: base64

${status.toString('base64')}
--xx
Content-Type: message/rfc822

Message-ID:
 <folded@places.example.org>
Content-Type: text/plain

Message-ID: <not-a-header@example.org>
--xx--`;
    expect(readDeliveryReport(source)).toEqual({
      messageId: '<folded@places.example.org>',
      envelopeId: '0193-env',
      recipients: [
        { addresses: ['a@example.org'], action: 'delayed', status: '4.4.7', diagnostic: '' },
        { addresses: ['b@example.org'], action: 'failed', status: '5.2.2', diagnostic: '' },
      ],
    });
  });

  test.each([
    ['an ordinary message', 'Subject: hello\n\nI am away until Monday.'],
    ['a multipart message that is no report', 'Content-Type: multipart/mixed; boundary=x\n\n--x\n\nhello\n--x--'],
    [
      'a report of another kind',
      'Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--x--',
    ],
    ['a report without its boundary', 'Content-Type: multipart/report\n\n--x'],
    ['nothing', ''],
  ])('is not %s', (_what, source) => {
    expect(readDeliveryReport(source)).toBeNull();
  });

  test('never breaks on what it is given, cut anywhere or made of anything', () => {
    const source = postfixReport(report);
    fc.assert(fc.property(fc.nat(source.length), (length) => void readDeliveryReport(source.slice(0, length))));
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), fc.nat(source.length), (noise, at) => {
        readDeliveryReport(source.slice(0, at) + noise + source.slice(at));
      }),
    );
  });
});

interface Report {
  readonly messageId: string;
  readonly to: string;
  readonly status?: string;
  readonly action?: string;
  readonly diagnostic?: string;
  readonly finalRecipient?: string;
}

/** A report as Postfix writes it. */
export function postfixReport({
  messageId,
  to,
  status = '5.1.1',
  action = 'failed',
  diagnostic = 'smtp; 550 5.1.1 <x>: Recipient address\n    rejected: User unknown',
  finalRecipient = to,
}: Report): string {
  return `Return-Path: <>
From: MAILER-DAEMON@mx.example.org (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: terrain@places.example.org
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
	boundary="4XYZ.1700000000/mx.example.org"
Message-Id: <20261123.ABC@mx.example.org>

This is a MIME-encapsulated message.

--4XYZ.1700000000/mx.example.org
Content-Description: Notification
Content-Type: text/plain; charset=utf-8

I'm sorry to have to inform you that your message could not be delivered.

--4XYZ.1700000000/mx.example.org
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org
Arrival-Date: Mon, 23 Nov 2026 10:00:00 +0000 (UTC)

Final-Recipient: rfc822; ${finalRecipient}
Original-Recipient: rfc822;${finalRecipient}
Action: ${action}
Status: ${status}
Remote-MTA: dns; mx.example.org
Diagnostic-Code: ${diagnostic}

--4XYZ.1700000000/mx.example.org
Content-Description: Undelivered Message Headers
Content-Type: text/rfc822-headers

Return-Path: <terrain@places.example.org>
From: Terrain <terrain@places.example.org>
To: ${to}
Subject: Bonjour
Message-ID: ${messageId}

--4XYZ.1700000000/mx.example.org--
`;
}

import { describe, expect, test } from '@jest/globals';
import { useTestApp } from '../support/test-app.js';

const t = useTestApp();

describe('the service as a whole', () => {
  test('says what the web pages need to know', async () => {
    const { body } = await t.http().get('/api/web-config').expect(200);
    expect(body).toEqual({ version: '0.1.0', languages: ['fr', 'en'], mapTiles: null, publisher: null });
  });
});

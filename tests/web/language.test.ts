import { describe, expect, test } from '@jest/globals';
import { chooseLanguage } from '../../web/src/text/language';

describe('the language of a first visit', () => {
  test('follows the address before anything else, so that a shared link keeps its language', () => {
    expect(chooseLanguage('?lang=en', 'fr', ['fr-FR'])).toBe('en');
  });

  test('follows the person’s last choice before the browser', () => {
    expect(chooseLanguage('', 'fr', ['en-GB'])).toBe('fr');
  });

  test('follows the first language of the browser that we speak', () => {
    expect(chooseLanguage('', null, ['de-DE', 'en-US', 'fr-FR'])).toBe('en');
  });

  test('is French when nothing says otherwise', () => {
    expect(chooseLanguage('?lang=de', 'es', ['de'])).toBe('fr');
  });
});

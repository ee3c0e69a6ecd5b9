import { describe, expect, test } from '@jest/globals';
import { normalisePassword, whyWeak, type WeakPassword } from './password.rules.js';
import { isCommonWord } from './password.words.js';

const context = { isCommon: isCommonWord, personal: ['camille.dupre@mairie-langres.fr', 'Camille Dupré'] };

describe('a new password', () => {
  test.each<[string, WeakPassword]>([
    ['onze lettre', 'too-short'],
    ['a'.repeat(201), 'too-long'],
    ['motdepasse123', 'common'],
    ['Password1234!', 'common'],
    ['P@ssw0rd2026!', 'common'],
    ['Constitution1', 'common'],
    ['123456789012', 'common'],
    ['azertyuiop12', 'sequence'],
    ['987654321098', 'sequence'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abcabcabcabc', 'repeated'],
    ['1212212112122121', 'repeated'],
    ['motdepassemotdepasse', 'common'],
    ['CamilleDupre52', 'personal'],
    ['mairie-langres-2026', 'personal'],
    ['camille.dupre@mairie-langres.fr', 'personal'],
    ["Terrain d'entente 26", 'personal'],
  ])('“%s” is refused: %s', (password, reason) => {
    expect(whyWeak(password, context)).toBe(reason);
  });

  test.each([
    'cheval pile agrafe batterie',
    'le petit vélo de Langres',
    'tournesol bleu lundi',
    'x7Kq9vL2mPw4',
    '837465920174',
    'une maison bleue adossée à la colline',
    'les trains de nuit traversent lentement la plaine couverte de givre au mois de janvier',
    '火車站旁邊的舊倉庫很安靜呢',
    'camille aime les fougères tendres',
  ])('“%s” is accepted, without capitals, digits or signs being asked for', (password) => {
    expect(whyWeak(password, context)).toBeNull();
  });

  test('is the same however the keyboard composes its accents', () => {
    expect(normalisePassword('e\u0301te\u0301 a\u0300 Langres')).toBe(normalisePassword('\u00e9t\u00e9 \u00e0 Langres'));
  });
});

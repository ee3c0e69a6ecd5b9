/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, test } from '@jest/globals';
import { screen } from '@testing-library/react';
import { PublisherNotice } from '../../web/src/features/service/publisher-notice';
import { answerWith, show } from './page';

const config = (publisher: object | null) => ({ version: '1', languages: ['fr', 'en'], mapTiles: null, publisher });

describe('who publishes the service', () => {
  test('is named with what is known, and nothing is shown for what is not', async () => {
    const publisher = {
      name: 'Ville de Langres',
      address: null,
      contact: 'contact@langres.example',
      director: 'Anne Martin, maire',
      host: null,
    };
    answerWith({ '/api/web-config': config(publisher) });
    await show(<PublisherNotice />);
    expect(await screen.findByText('Ville de Langres')).toBeTruthy();
    expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual(['Nom', 'Contact', 'Responsable de la publication']);
  });

  test('is said to be nobody where nobody is declared', async () => {
    answerWith({ '/api/web-config': config(null) });
    await show(<PublisherNotice />);
    expect(await screen.findByText(/cette installation est une démonstration/)).toBeTruthy();
  });
});

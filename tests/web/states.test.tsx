/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, jest, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { ProblemError, readProblem } from '../../web/src/api/problem';
import { ErrorState } from '../../web/src/ui/error-state';
import { show } from './page';

const refusal = (status: number, body: object) => new ProblemError(readProblem(status, body, 'req-from-header'));

describe('when something goes wrong', () => {
  test('a refusal says what it is, what to do and under which reference', async () => {
    const error = refusal(422, {
      code: 'invalid-input',
      title: 'Demande non valable',
      whatToDo: 'Corrigez les valeurs indiquées.',
      requestId: 'req-42',
      errors: [{ in: 'query', pointer: '/areaMaxM2', message: 'est plus petit que le minimum' }],
    });
    await show(<ErrorState error={error} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('Demande non valable');
    expect(alert.textContent).toContain('Corrigez les valeurs indiquées.');
    expect(alert.textContent).toContain('est plus petit que le minimum');
    expect(alert.textContent).toContain('req-42');
  });

  test('an answer that is no problem document still gives the reference of its header', async () => {
    await show(<ErrorState error={refusal(502, {})} />);
    expect(screen.getByRole('alert').textContent).toContain('req-from-header');
  });

  test('a lost connection reassures and offers to try again', async () => {
    const retry = jest.fn();
    await show(<ErrorState error={new TypeError('Failed to fetch')} onRetry={retry} />);
    expect(screen.getByRole('heading', { name: 'Pas de connexion' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Réessayer' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  test('a fault of ours is not blamed on the reader, in English too', async () => {
    await show(<ErrorState error={new Error('boom')} />, 'en');
    expect(screen.getByRole('alert').textContent).toContain('It is not your doing.');
  });
});

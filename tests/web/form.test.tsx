/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { ProblemError, readProblem } from '../../web/src/api/problem';
import { CheckField, RadioField } from '../../web/src/ui/form/choice-fields';
import { EmailField, TextField } from '../../web/src/ui/form/fields';
import { Form } from '../../web/src/ui/form/form';
import { PasswordField } from '../../web/src/ui/form/password-field';
import { show } from './page';

const refusal = (status: number, body: object) => new ProblemError(readProblem(status, body, null));
const faults = (...errors: readonly object[]) => refusal(422, { code: 'invalid-input', title: 'Valeurs à corriger', errors });

function fields() {
  return (
    <>
      <EmailField name="email" label="Adresse" />
      <PasswordField name="password" label="Mot de passe" autoComplete="current-password" />
      <RadioField name="way" label="Moyen" choices={[{ value: 'link', label: 'Lien' }]} />
    </>
  );
}
const press = () => act(async () => fireEvent.click(screen.getByRole('button', { name: 'Envoyer' })));

describe('a form', () => {
  test('sends what was typed, ticked and chosen, and nothing for a box left empty', async () => {
    const send = jest.fn((_values: object) => Promise.resolve());
    await show(
      <Form submit="Envoyer" onSend={send}>
        {fields()}
        <CheckField name="agreed">D’accord</CheckField>
      </Form>,
    );
    fireEvent.change(screen.getByLabelText('Adresse'), { target: { value: 'a@b.fr' } });
    fireEvent.click(screen.getByRole('radio', { name: 'Lien' }));
    await press();
    expect(send).toHaveBeenCalledWith({ email: 'a@b.fr', password: '', way: 'link' });
  });

  test('says each fault at the top, as a link named after its field, and under the field, in the order of the page', async () => {
    const send = () =>
      Promise.reject(
        faults(
          { pointer: '/way', message: 'choisissez' },
          { pointer: '/email', message: 'n’est pas une adresse' },
          { pointer: '/email', message: 'une seconde remarque' },
        ),
      );
    await show(
      <Form submit="Envoyer" onSend={send}>
        {fields()}
      </Form>,
    );
    fireEvent.change(screen.getByLabelText('Adresse'), { target: { value: 'ici' } });
    await press();
    const summary = screen.getByRole('alert');
    expect(document.activeElement).toBe(summary);
    const links = within(summary).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Adresse — n’est pas une adresse', 'Moyen — choisissez']);
    fireEvent.click(links[0]!);
    const field = screen.getByLabelText<HTMLInputElement>('Adresse');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(field.value).toBe('ici');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe('n’est pas une adresse');
  });

  test('gives the fault of a part to the control that holds the whole, and keeps one that belongs to none', async () => {
    const send = () => Promise.reject(faults({ pointer: '/way/0', message: 'mal choisi' }, { pointer: '/version', message: 'a changé' }));
    await show(
      <Form submit="Envoyer" onSend={send}>
        {fields()}
      </Form>,
    );
    await press();
    const links = within(screen.getByRole('alert')).getAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['Moyen — mal choisi', 'a changé']);
  });

  test('explains any other refusal, with what to do and the way there', async () => {
    const send = () =>
      Promise.reject(refusal(403, { code: 'second-factor-needed', title: 'Second facteur nécessaire', whatToDo: 'Activez-le.' }));
    await show(<Form submit="Envoyer" onSend={send} />);
    await press();
    const alert = screen.getByRole('alert');
    expect(document.activeElement).toBe(alert);
    expect(alert.textContent).toContain('Activez-le.');
    expect(within(alert).getByRole('link').getAttribute('href')).toBe('/mon-compte/securite');
  });

  test('is sent once however often its button is pressed, and says that it is leaving', async () => {
    let arrive: () => void = () => undefined;
    const send = jest.fn(() => new Promise<void>((resolve) => (arrive = resolve)));
    await show(<Form submit="Envoyer" onSend={send} />);
    await press();
    await press();
    expect(send).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('status').textContent).toBe('Envoi en cours…');
    expect(screen.getByRole('button').getAttribute('aria-disabled')).toBe('true');
    await act(async () => arrive());
    expect(screen.getByRole('status').textContent).toBe('');
  });

  test('shows a password when asked, and tells password managers what it is', async () => {
    await show(
      <Form submit="Envoyer" onSend={() => Promise.resolve()}>
        {fields()}
      </Form>,
    );
    const field = screen.getByLabelText<HTMLInputElement>('Mot de passe');
    expect([field.type, field.autocomplete]).toEqual(['password', 'current-password']);
    const reveal = screen.getByRole('button', { name: 'Afficher' });
    fireEvent.click(reveal);
    expect(field.type).toBe('text');
    expect(reveal.getAttribute('aria-pressed')).toBe('true');
  });

  test('says which answers are optional', async () => {
    await show(
      <Form submit="Envoyer" onSend={() => Promise.resolve()}>
        <TextField name="website" label="Site" isOptional />
      </Form>,
    );
    const field = screen.getByLabelText<HTMLInputElement>('Site (facultatif)');
    expect(field.required).toBe(false);
  });
});

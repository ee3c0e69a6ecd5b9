/** @jest-environment ./tests/web/page-environment.cjs */
import { describe, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { TerritoryField } from '../../web/src/features/territories/territory-field';
import { answerWith, show } from './page';

const territory = (id: string, name: string) => ({
  id,
  kind: id.split(':')[0],
  code: id.split(':')[1],
  name,
  departmentCode: '52',
  departmentName: 'Haute-Marne',
  regionName: 'Grand Est',
  postalCodes: [],
  population: null,
  point: null,
  formerName: null,
});

describe('finding a territory as one types', () => {
  test('is done with the keyboard alone', async () => {
    answerWith({
      '/api/territories': {
        items: [territory('commune:52269', 'Langres'), territory('commune:52102', 'Champigny-lès-Langres')],
        next: null,
      },
    });
    const onPick = jest.fn<(picked: { id: string }) => void>();
    await show(<TerritoryField label="Commune" onPick={onPick} />);
    const field = screen.getByRole('combobox', { name: 'Commune' });
    fireEvent.change(field, { target: { value: 'langres' } });
    await screen.findByRole('option', { name: /Champigny/ });
    expect(field.getAttribute('aria-expanded')).toBe('true');
    fireEvent.keyDown(field, { key: 'ArrowDown' });
    const chosen = screen.getByRole('option', { selected: true });
    expect(field.getAttribute('aria-activedescendant')).toBe(chosen.id);
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(onPick.mock.calls[0]?.[0].id).toBe('commune:52102');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  test('says so when no territory has that name', async () => {
    answerWith({ '/api/territories': { items: [], next: null } });
    await show(<TerritoryField label="Commune" onPick={() => undefined} />);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: 'zzz' } });
    await waitFor(() => expect(screen.getByText('Aucun territoire de ce nom')).toBeTruthy());
  });

  test('closes with Escape and keeps what was typed', async () => {
    answerWith({ '/api/territories': { items: [territory('commune:52269', 'Langres')], next: null } });
    await show(<TerritoryField label="Commune" onPick={() => undefined} />);
    const field = screen.getByRole<HTMLInputElement>('combobox');
    fireEvent.change(field, { target: { value: 'lang' } });
    await screen.findByRole('option');
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(field.value).toBe('lang');
  });
});

import { asDate, asYear, said } from './friches.cells.js';
import type { Note } from '../import.types.js';
import { holdsContact, withoutPersons } from './friches.persons.js';
import { readWord, saysNothing, type EnumField } from './friches.words.js';

/** Longest text kept from one cell: some hold whole studies. */
const MAX_TEXT = 2000;

/** Reads the cells of one row and gathers what has to be told about them. */
export class RowReading {
  readonly notes: Note[] = [];

  constructor(
    private readonly values: Readonly<Record<string, string>>,
    private readonly today: string,
  ) {}

  cell(field: string): string | null {
    return said(this.values[field]);
  }

  tell(field: string | null, value: string | null, cause: string, params?: Note['params']): void {
    this.notes.push(params ? { field, value, cause, params } : { field, value, cause });
  }

  /** The standard's word, or the file's own when we do not know it; null when nothing is said. */
  word(field: EnumField, part = this.cell(field)): string | null {
    if (!part) return null;
    const { value, how } = readWord(field, part);
    if (how === 'mapped') this.tell(field, part, 'value_mapped', { found: value });
    if (how === 'superseded') this.tell(field, part, 'value_superseded');
    if (how === 'unknown_word') this.tell(field, part, 'value_unknown');
    return value === 'inconnu' || value === 'sans objet' ? null : value;
  }

  /** The same, “other” being as good as nothing. */
  fact(field: EnumField): string | null {
    const value = this.word(field);
    return value && saysNothing(value) ? null : value;
  }

  /** ISO date; the zero of computers and days still to come are no dates. */
  date(field: string): string | null {
    const text = this.cell(field);
    const found = text ? asDate(text) : null;
    if (!text) return null;
    if (found === 'sentinel') this.tell(field, text, 'date_sentinel');
    else if (!found) this.tell(field, text, 'date_unreadable');
    else if (found.iso <= this.today) return found.iso;
    else this.tell(field, text, 'date_in_future');
    return null;
  }

  year(field: string): number | null {
    const text = this.cell(field);
    if (!text) return null;
    const year = asYear(text);
    if (year === 'sentinel') this.tell(field, text, 'date_sentinel');
    else if (year === null) this.tell(field, text, 'date_unreadable');
    else return year;
    return null;
  }

  /** Free text without the people and the contacts it may name. */
  text(field: string): string | null {
    const text = this.cell(field);
    if (!text) return null;
    if (holdsContact(text)) {
      this.tell(field, null, 'contact_dropped');
      return null;
    }
    const clean = withoutPersons(text);
    // The value is not repeated: the report is no place for personal data either.
    if (clean.personRemoved) this.tell(field, null, 'person_in_text');
    return clean.text ? clean.text.slice(0, MAX_TEXT) : null;
  }

  url(field: string): string | null {
    const text = this.cell(field);
    if (text && holdsContact(text)) this.tell(field, null, 'contact_dropped');
    return text && /^(?:https?:\/\/|www\.)\S/i.test(text) && !holdsContact(text) ? text.slice(0, MAX_TEXT) : null;
  }
}

import type { OrganisationRole } from '../../platform/access/permission.js';
import type { Language } from '../../platform/http/request-context.js';

export const ROLE_NAMES: Readonly<Record<Language, Readonly<Record<OrganisationRole, string>>>> = {
  fr: { administrator: 'administration', editor: 'rédaction', reviewer: 'instruction', reader: 'lecture' },
  en: { administrator: 'administrator', editor: 'editor', reviewer: 'reviewer', reader: 'reader' },
};

import { companyField } from './companyField';
import { contactField } from './contactField';
import type { FilledField, LeadField } from './leadField';
import { messageField } from './messageField';
import { nameField } from './nameField';
import { needField } from './needField';
import { preferenceField } from './preferenceField';
import { siteField } from './siteField';

/** Every field that the visitor fills, by name. */
export const leadFieldTable: Readonly<Record<FilledField, LeadField>> = {
  need: needField,
  company: companyField,
  site: siteField,
  name: nameField,
  contact: contactField,
  preference: preferenceField,
  message: messageField,
};

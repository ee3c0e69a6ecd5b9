import { definePolicy } from '../../platform/access/permission.js';

export const deskPolicy = definePolicy({
  /** Of the organisations one is a member of, and of no other. */
  readMyDesk: { by: ['self'] },
});

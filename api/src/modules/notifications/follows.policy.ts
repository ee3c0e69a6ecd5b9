import { definePolicy } from '../../platform/access/permission.js';

/** What a signed-in person follows with the address of their account. By a link of a letter no account is needed. */
export const followsPolicy = definePolicy({
  listMyFollows: { by: ['self'] },
  followThing: { by: ['self'] },
  changeMyFollow: { by: ['self'] },
  stopMyFollow: { by: ['self'] },
  stopMyFollows: { by: ['self'] },
});

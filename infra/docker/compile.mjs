import { buildApi, buildWeb } from '../launch/build.mjs';
import { runCommand } from '../launch/session.mjs';

/** What the images are made of, compiled as for `npm start`: from nothing in an image, and only what changed elsewhere. */
runCommand(async () => {
  await Promise.all([buildApi(), buildWeb()]);
  return 0;
});

import { expect, test } from '@jest/globals';
import { movedBy } from '../../web/src/features/media/media-order';

test.each([
  ['one place later', ['a', 'b', 'c'], 'a', 'b', ['b', 'a', 'c']],
  ['one place earlier', ['a', 'b', 'c'], 'c', 'b', ['a', 'c', 'b']],
  ['past a document between two photos', ['a', 'plan', 'b'], 'a', 'b', ['b', 'plan', 'a']],
  ['beyond the end', ['a', 'b'], 'b', undefined, ['a', 'b']],
])('a photo moved %s', (_case, ids, moved, exchangedWith, order) => {
  expect(movedBy(ids, moved, exchangedWith)).toEqual(order);
});

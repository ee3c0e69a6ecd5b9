import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { insidePage } from './inside-page';
import { root } from './root-route';

const answerLetter = createRoute({
  getParentRoute: () => root,
  path: '/repondre',
  component: lazyRouteComponent(() => insidePage(import('../pages/knocks/answer-letter')), 'AnswerLetterPage'),
});

const letter = createRoute({
  getParentRoute: () => root,
  path: '/lettres/$letterId',
  component: lazyRouteComponent(() => insidePage(import('../pages/knocks/letter')), 'LetterPage'),
});

/** Letters to presumed owners: for those who write them, for those who receive them. */
export const knockRoutes = [answerLetter, letter] as const;

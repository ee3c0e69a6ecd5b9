import type { TFunction } from 'i18next';
import type { Activity } from '../need/need-words';

type T = TFunction<['results', 'vocabulary']>;

interface Asking {
  readonly placeName: string;
  readonly activity: Activity | undefined;
  readonly questions: readonly string[];
  /** Of the place on this service. */
  readonly address: string;
}

/** A message ready to be sent to an owner: who asks, for what, and only the questions that are still open. */
export function ownerMessage({ placeName, activity, questions, address }: Asking, t: T): string {
  return [
    t('results:message.hello'),
    '',
    activity
      ? t('results:message.introActivity', { place: placeName, activity: t(`vocabulary:activity.${activity}`).toLowerCase() })
      : t('results:message.intro', { place: placeName }),
    t('results:message.ask', { count: questions.length }),
    ...questions.map((question) => `– ${question}`),
    '',
    t('results:message.link', { address }),
    t('results:message.thanks'),
  ].join('\n');
}

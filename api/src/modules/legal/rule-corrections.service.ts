import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { authorise } from '../../platform/access/authorise.js';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import type { Language } from '../../platform/http/request-context.js';
import { Ids } from '../../platform/ids.js';
import { Journal } from '../../platform/journal/journal.js';
import { parisFace } from '../../platform/paris-time.js';
import type { LegalOutcome } from './legal-path.rules.js';
import { legalPolicy } from './legal.policy.js';
import type { CorrectRule, LegalOutcomeView, LegalRules, LegalRuleView } from './legal.schemas.js';
import { type CorrectionRow, corrections, insertCorrection } from './rule-corrections.queries.js';
import { type KeyedRule, LEGAL_RULES, type RuleKey, ruleOf } from './words/legal.words.js';
import type { RuleWords } from './words/rule.words.js';

/** The words and articles of the rules as they stand today, and every correction of them, in the open. */
@Injectable()
export class LegalRulesService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly journal: Journal,
  ) {}

  async list(): Promise<LegalRules> {
    const all = await corrections(this.db.manager);
    return { items: LEGAL_RULES.map((rule) => toView(rule, all, this.today())), next: null };
  }

  /** The rule as it reads today. @param key e.g. `remedies:public-contract` */
  async current(tx: EntityManager, key: RuleKey): Promise<RuleWords> {
    const rule = ruleOf(key);
    if (rule === null) throw new Error(`No such rule: ${key}`);
    return inForce(rule, await corrections(tx), this.today());
  }

  async words(tx: EntityManager, { rule, path, steps, strictBecause }: LegalOutcome, language: Language): Promise<LegalOutcomeView> {
    const words = await this.current(tx, `path:${rule}`);
    return { rule, path, article: words.article, ...words[language], steps: [...steps], strictBecause: [...strictBecause] };
  }

  async correct(actor: Actor, key: string, input: CorrectRule): Promise<LegalRuleView> {
    authorise(legalPolicy.correctLegalRule, actor);
    const rule = ruleOf(key);
    if (rule === null) throw problem('not-found');
    if (input.effectiveOn < this.today()) throw problem('legal-correction-in-the-past');
    return this.db.transaction(async (tx) => {
      const line = { ...input, id: this.ids.next(), key, at: this.clock.now(), accountId: actor.accountId };
      await insertCorrection(tx, line);
      const view = toView(rule, await corrections(tx), this.today());
      await this.journal.recordAct(tx, {
        actor: { kind: 'person', id: actor.accountId },
        action: 'correct-legal-rule',
        thing: { kind: 'legal_rule', id: key },
        why: input.reason,
        facts: { article: input.article, effectiveOn: input.effectiveOn },
      });
      return view;
    });
  }

  private today(): string {
    return parisFace(this.clock.now()).slice(0, 10);
  }
}

/** Of the corrections in effect the latest written stands. */
function inForce({ key, words }: KeyedRule, all: readonly CorrectionRow[], today: string): RuleWords {
  return all.find((line) => line.key === key && line.effectiveOn <= today) ?? words;
}

function toView(rule: KeyedRule, all: readonly CorrectionRow[], today: string): LegalRuleView {
  const { article, fr, en } = inForce(rule, all, today);
  const own = all.filter(({ key }) => key === rule.key);
  return {
    key: rule.key,
    section: rule.section,
    article,
    fr,
    en,
    original: own.length === 0 ? null : rule.words,
    corrections: own.map(({ key: _key, at, ...line }) => ({ ...line, at: at.toISOString() })),
  };
}

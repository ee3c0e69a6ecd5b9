/** One rule in plain words. Its logic is in the decision tables; its words and article may be corrected by an administrator, with a reason. */
export interface RuleWords {
  readonly article: string;
  readonly fr: { readonly title: string; readonly text: string };
  readonly en: { readonly title: string; readonly text: string };
}

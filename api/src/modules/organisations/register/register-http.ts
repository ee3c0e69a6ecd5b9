import { z } from 'zod';
import type { OutboundHttp } from '../../../platform/outbound-http.js';
import type { BodyNumber } from '../organisation.identity.rules.js';
import { legalFormOf, ownerKindOf } from './legal-category.rules.js';
import { type RegisterAnswer, type RegisterSource, UNAVAILABLE, UNKNOWN } from './registered-body.js';

const PATIENCE_MS = 4_000;
const MOST_BYTES = 1_000_000;

const text = z.string().min(1).nullish().catch(null);
const establishment = z.object({ siret: text, commune: text, etat_administratif: text }).nullish().catch(null);
/** The shape of https://recherche-entreprises.api.gouv.fr/search, as far as we read it: anything else in it is ignored. */
const answerShape = z.object({
  results: z.array(
    z.object({
      nom_complet: text,
      nom_raison_sociale: text,
      nature_juridique: text,
      etat_administratif: text,
      siege: establishment,
      matching_etablissements: z.array(establishment).nullish().catch([]),
      complements: z.object({ identifiant_association: text }).nullish().catch(null),
    }),
  ),
});
type Result = z.infer<typeof answerShape>['results'][number];

/** A service that answers `GET <REGISTER_URL>?q=<number>` in the shape of the State's “Recherche d’entreprises”. */
export class RegisterHttp implements RegisterSource {
  constructor(
    private readonly url: string,
    private readonly outbound: OutboundHttp,
    private readonly today: () => string,
  ) {}

  async find(number: BodyNumber): Promise<RegisterAnswer> {
    const asked = 'siret' in number ? number.siret : number.rna;
    const url = new URL(this.url);
    url.searchParams.set('q', asked);
    try {
      const response = await this.outbound.fetch(url, { headers: { Accept: 'application/json' } }, PATIENCE_MS);
      if (response.status === 404) return UNKNOWN;
      if (!response.ok || Number(response.headers.get('content-length') ?? 0) > MOST_BYTES) return UNAVAILABLE;
      return this.read(answerShape.parse(await response.json()).results, asked);
    } catch {
      return UNAVAILABLE;
    }
  }

  /** Only a result that carries the very number asked counts: the service also answers with look-alikes. */
  private read(results: readonly Result[], asked: string): RegisterAnswer {
    for (const result of results) {
      const places = [...(result.matching_etablissements ?? []), result.siege];
      const rna = result.complements?.identifiant_association ?? null;
      const place = rna === asked ? result.siege : places.find((one) => one?.siret === asked);
      const name = result.nom_raison_sociale ?? result.nom_complet;
      if (place == null || name == null) continue;
      const category = result.nature_juridique ?? null;
      const state = place.etat_administratif ?? result.etat_administratif;
      return {
        status: 'found',
        body: {
          name,
          siret: place.siret ?? null,
          rna,
          legalForm: legalFormOf(category),
          ownerKind: ownerKindOf(category),
          communeCode: place.commune ?? null,
          active: state == null ? null : state === 'A',
          source: { register: new URL(this.url).hostname, asOf: this.today() },
        },
      };
    }
    return UNKNOWN;
  }
}

import { PassThrough } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { stringify } from 'csv-stringify/sync';
import { DataSource } from 'typeorm';
import { ZipFile } from 'yazl';
import type { Actor } from '../../platform/access/permission.js';
import { Clock } from '../../platform/clock.js';
import { problem } from '../../platform/http/problem.js';
import { Journal } from '../../platform/journal/journal.js';
import { JOURNAL, MANIFEST, type Manifest, sha256 } from '../../platform/journal/proof-archive.js';
import { ApplicationsService } from '../applications/applications.service.js';
import { DossierService } from '../applications/dossier.service.js';
import { ReadingBars } from '../applications/reading-bars.js';
import { hundredths } from '../review/ranking.rules.js';
import { type AwardParts, AwardsService } from './awards.service.js';
import { decisionsPolicy } from './decisions.policy.js';
import { amendmentsOf, findAward, lettersOfCall } from './decisions.queries.js';

type Line = Awaited<ReturnType<Journal['about']>>[number];
const RESULTS = 'resultats.json';
const README = `Cette archive se vérifie elle-même.

Avec le programme libre du service :  npm run cli -- journal verify <cette archive> --seal <le sceau lu sur la page des résultats>
Sans lui : manifest.json donne l’empreinte SHA-256 de chaque fichier ; journal.json donne les lignes du journal, chacune avec l’empreinte de
son JSON canonique (RFC 8785) sans le champ « hash » ; « claims » dit quelle ligne porte l’empreinte de quel fichier.
`;

/** What leaves the service with its proof: a whole call for its agents, the results for everyone. */
@Injectable()
export class CallExportService {
  constructor(
    @InjectDataSource() private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly awards: AwardsService,
    private readonly applications: ApplicationsService,
    private readonly dossiers: DossierService,
    private readonly bars: ReadingBars,
  ) {}

  /** Files, documents, scores once they are revealed, minutes, letters, journal. Whoever declared a link with an applicant cannot take it. */
  async whole(actor: Actor, callId: string): Promise<StreamableFile> {
    const parts = await this.awards.read(this.db.manager, actor, callId, decisionsPolicy.exportCall);
    const { review, call, applications, award } = parts;
    if (review === null) throw problem('call-state-forbids', { facts: { state: parts.now } });
    for (const { id } of applications) await this.bars.refuse(this.db.manager, actor, id);
    const about = [{ kind: 'call', id: callId }, ...applications.map(({ id }) => ({ kind: 'application', id }))];
    const lines = await this.journal.about(this.db.manager, about);
    const archive = new Archive(this.clock.now(), lines, award?.seal ?? null);
    archive.text('LISEZMOI.txt', README);
    archive.json('appel.json', call.content);
    archive.text('dossiers.csv', dossiersCsv(parts));
    for (const { id, number } of applications) {
      const application = await this.applications.find(this.db.manager, id);
      const { lastFiling, organisation, site } = application;
      const filed = { application: id, organisation: organisation.id, call: callId, site: site?.id ?? null, ...lastFiling?.content };
      archive.proved(`dossiers/${number}/depot.json`, filed, (line) =>
        line.thing.id === id && line.facts['hash'] === lastFiling?.hash ? 'hash' : null,
      );
      archive.bytes(`dossiers/${number}/dossier.pdf`, await this.dossiers.bytesOf(application));
      archive.known(await this.dossiers.addDocuments(archive.zip, application, `dossiers/${number}/pieces`));
    }
    if (review.revealedAt !== null) {
      archive.text('notes.csv', scoresCsv(parts));
      for (const { id, applicationId, reviewerId, scores, lockedAt } of parts.readings.filter(({ state }) => state === 'revealed')) {
        const isLock = ({ action, facts }: Line) =>
          action === 'lock-scores' && facts['application'] === applicationId && facts['reviewer'] === reviewerId && lockedAt !== null;
        archive.proved(`notes/${id}.json`, scores, (line) => (isLock(line) ? 'scores' : null));
      }
    }
    if (review.minutes !== null) archive.text('proces-verbal.txt', review.minutes);
    archive.json('discussion.json', parts.notes);
    archive.json('attribution.json', { lines: parts.lines, decision: award?.decision ?? null, departure: award?.departure ?? null });
    if (award?.results != null) archive.proved(RESULTS, award.results, isResults);
    archive.json('suites.json', await amendmentsOf(this.db.manager, callId));
    archive.json('lettres.json', await lettersOfCall(this.db.manager, callId));
    return archive.end(`appel-${callId}.zip`);
  }

  /** For anybody: the published results and the line of the journal that records their seal. */
  async results(callId: string): Promise<StreamableFile> {
    const award = await findAward(this.db.manager, callId);
    if (award?.results == null) throw problem('results-not-published');
    const lines = (await this.journal.about(this.db.manager, [{ kind: 'call', id: callId }])).filter((line) => isResults(line) !== null);
    const archive = new Archive(this.clock.now(), lines, award.seal);
    archive.text('LISEZMOI.txt', README);
    archive.proved(RESULTS, award.results, isResults);
    return archive.end(`resultats-${callId}.zip`);
  }
}

const isResults = ({ action }: Line): string | null => (action === 'publish-results-call' ? 'results' : null);

/** An archive being filled: each file is hashed on its way in. */
class Archive {
  readonly zip = new ZipFile();
  private readonly files: Record<string, string> = {};
  private readonly claims: Manifest['claims'] = [];

  constructor(
    private readonly at: Date,
    private readonly lines: readonly Line[],
    private readonly seal: string | null,
  ) {
    this.json(JOURNAL, lines);
  }

  bytes(path: string, content: Buffer): void {
    this.files[path] = sha256(content);
    this.zip.addBuffer(content, path, { mtime: this.at });
  }

  text(path: string, content: string): void {
    this.bytes(path, Buffer.from(content, 'utf8'));
  }

  json(path: string, content: unknown): void {
    this.text(path, `${JSON.stringify(content, null, 2)}\n`);
  }

  /** What a line of the journal records of this content, if one does. */
  proved(path: string, content: unknown, factOf: (line: Line) => string | null): void {
    this.json(path, content);
    const line = this.lines.findLast((one) => factOf(one) !== null);
    if (line !== undefined) this.claims.push({ seq: line.seq, fact: factOf(line) ?? '', file: path });
  }

  /** Added to the archive by somebody else, under a known hash. */
  known(files: readonly { readonly path: string; readonly sha256: string }[]): void {
    for (const { path, sha256: hash } of files) this.files[path] = hash;
  }

  end(name: string): StreamableFile {
    const manifest: Manifest = {
      format: 'terrain-proof/1',
      madeAt: this.at.toISOString(),
      files: this.files,
      claims: this.claims,
      seal: this.seal,
    };
    this.zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2), 'utf8'), MANIFEST, { mtime: this.at });
    this.zip.end();
    const stream = this.zip.outputStream.pipe(new PassThrough());
    this.zip.on('error', (error: Error) => stream.destroy(error));
    return new StreamableFile(stream, { type: 'application/zip', disposition: `attachment; filename="${name}"` });
  }
}

/** As French spreadsheets open it. */
const toCsv = (rows: readonly (readonly (string | number | null)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, delimiter: ';', record_delimiter: '\r\n', escape_formulas: true },
  );

function dossiersCsv({ applications, ranks, lots, lines }: AwardParts): string {
  const rows = applications.flatMap(({ id, number, organisation, state }) => {
    const asked: readonly (string | null)[] = lots.length === 0 ? [null] : lots.map((lot) => lot.id);
    return asked.flatMap((lot) => {
      const line = ranks.find((one) => one.lot === lot)?.lines.find(({ applicationId }) => applicationId === id);
      const decided = lines.find((one) => one.lot === lot && one.applicationId === id);
      if (line === undefined && decided === undefined) return [];
      const total = line === undefined || line.rank === null ? null : (hundredths(line.total) / 100).toFixed(2).replace('.', ',');
      const name = lots.find((one) => one.id === lot)?.name ?? '';
      return [[number, organisation, state, name, total, line?.rank ?? null, decided?.outcome ?? '', decided?.waitingRank ?? null]];
    });
  });
  return toCsv([['numero', 'organisation', 'etat', 'lot', 'total_sur_100', 'rang', 'issue', 'rang_attente'], ...rows]);
}

function scoresCsv({ readings, reviewers, applications, call }: AwardParts): string {
  const rows = readings
    .filter(({ state }) => state === 'revealed')
    .flatMap(({ reviewerId, applicationId, scores }) =>
      call.content.grid.criteria.map(({ id, label, weight }) => [
        applications.find((one) => one.id === applicationId)?.number ?? '',
        reviewers.find((one) => one.id === reviewerId)?.function ?? '',
        label,
        weight,
        scores[id]?.score ?? null,
        scores[id]?.justification ?? '',
      ]),
    );
  return toCsv([['numero', 'fonction', 'critere', 'poids', 'note', 'justification'], ...rows]);
}

import { openApiDocument } from '../http/openapi.js';
import { PROBLEMS } from '../http/problem.table.js';
import { RouteInventory } from '../http/route-inventory.js';
import { VERSION } from '../version.js';
import { generatedFrom, type GeneratedDocument } from './generated-document.js';

const openApi: GeneratedDocument = {
  path: 'api/openapi.json',
  render: (app) => `${JSON.stringify(openApiDocument(app, VERSION), null, 2)}\n`,
};

const problems: GeneratedDocument = {
  path: 'docs/problems.md',
  render: () => {
    const intro = `# Problems\n\nEvery refusal the API can answer, as RFC 9457 problem details. The code is stable; titles follow the reader’s language.\n`;
    const entries = Object.entries(PROBLEMS).map(
      ([code, { status, fr, en }]) =>
        `\n## ${code}\n\n- Status: ${status}\n- Français : ${fr[0]}. ${fr[1]}\n- English: ${en[0]}. ${en[1]}\n`,
    );
    return generatedFrom('api/src/platform/http/problem.table.ts') + intro + entries.join('');
  },
};

const routes: GeneratedDocument = {
  path: 'docs/routes.md',
  render: (app) => {
    const lines = app
      .get(RouteInventory)
      .all()
      .map(({ method, path, operationId, access }) => `| ${method} | \`${path}\` | ${operationId} | ${access} |`);
    const head = `# Routes\n\nEvery route with its access class. A route without an access decision is private.\n\n| Method | Path | Operation | Access |\n|---|---|---|---|\n`;
    return `${generatedFrom('the controllers')}${head}${lines.join('\n')}\n`;
  },
};

export const platformDocuments: readonly GeneratedDocument[] = [openApi, problems, routes];

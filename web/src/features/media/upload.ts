import { ProblemError, readProblem } from '../../api/problem';
import { currentLanguage } from '../../text/i18n';

/** Sends one file. `fetch` cannot say how far it is; this older way of asking can. */
export function sendFile(siteId: string, file: File, onProgress: (share: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/sites/${siteId}/media`);
    request.setRequestHeader('Accept-Language', currentLanguage());
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('error', () => reject(new TypeError('network failure')));
    request.addEventListener('load', () => {
      if (request.status < 300) resolve();
      else reject(new ProblemError(readProblem(request.status, request.response, request.getResponseHeader('x-request-id'))));
    });
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

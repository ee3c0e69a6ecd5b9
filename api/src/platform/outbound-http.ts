import { Injectable } from '@nestjs/common';

const DEFAULT_TIMEOUT_MS = 10_000;

/** The only way out to the network, always with a time limit. Tests replace it with one that throws. */
@Injectable()
export class OutboundHttp {
  fetch(url: URL, init: RequestInit = {}, timeoutMs = DEFAULT_TIMEOUT_MS): Promise<Response> {
    const limit = AbortSignal.timeout(timeoutMs);
    return fetch(url, { redirect: 'error', ...init, signal: init.signal ? AbortSignal.any([init.signal, limit]) : limit });
  }
}

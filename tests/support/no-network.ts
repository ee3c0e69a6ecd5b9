import { OutboundHttp } from '../../api/src/platform/outbound-http.js';

const OURS = /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/;

/** Anything that reaches outside this machine is a fault of the test, said at once rather than by a time-out elsewhere. */
export function forbidNetwork(): void {
  const real = globalThis.fetch;
  globalThis.fetch = (target, init) => {
    const { hostname, href } = new URL(target instanceof Request ? target.url : target);
    if (!OURS.test(hostname)) throw new Error(`Tests never leave this machine, and something asked for ${href}`);
    return real(target, init);
  };
}

/** For what is tried against another program of this machine, such as an identity provider. */
export class LoopbackHttp extends OutboundHttp {
  override fetch(url: URL, init?: RequestInit): Promise<Response> {
    if (!OURS.test(url.hostname)) throw new Error(`Tests never leave this machine, and the application asked for ${url.href}`);
    return super.fetch(url, init);
  }
}

/** In the application under test the one way out is closed, whatever the address. */
export class NoOutboundHttp extends OutboundHttp {
  override fetch(url: URL): Promise<Response> {
    throw new Error(`Tests never leave this machine, and the application asked for ${url.href}`);
  }
}

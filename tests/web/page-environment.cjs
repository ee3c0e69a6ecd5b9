const { TestEnvironment } = require('jest-environment-jsdom');

/** jsdom has no `fetch` of its own: pages get Node's classes, and each test says what the API answers. */
module.exports = class PageEnvironment extends TestEnvironment {
  async setup() {
    await super.setup();
    Object.assign(this.global, { Request, Response, Headers, TextEncoder, TextDecoder, structuredClone });
    this.global.matchMedia = () => ({ matches: false, addEventListener() {}, removeEventListener() {} });
    this.global.scrollTo = () => {};
    this.global.HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    this.global.HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new this.ownerDocument.defaultView.Event('close'));
    };
  }
};

const { AsyncLocalStorage } = require('node:async_hooks');
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** Stands for “no context of its own” where Jest wants to be given one. */
const MAIN = Object.freeze({});
const { compileFunction } = vm;
vm.compileFunction = (source, parameters, options) =>
  compileFunction(source, parameters, options?.parsingContext === MAIN ? { ...options, parsingContext: undefined } : options);

/**
 * Each suite brings a storage of Jest's own, which Node 20 then looks at whenever anything asynchronous begins: after fifty suites, a fifth of the
 * processor. Those that a suite used are put out of use with it.
 */
const used = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  used.add(this);
  return run.apply(this, args);
};

/**
 * Jest runs suites in a context of their own, whose every global (`Math`, `Buffer`, `Error`) is read through a proxy: reading the real files cost
 * three times the processor. Ours run in Node's own context. Each suite still has its own modules, and the globals it adds go with it.
 */
module.exports = class MainContext extends TestEnvironment {
  constructor(config, context) {
    super(config, context);
    this.global = globalThis;
    this.formerGlobals = new Set(Reflect.ownKeys(globalThis));
    // Looked up when it is first asked for: while Jest loads this very file, it transforms what Node reads too.
    this.global.loadNatively = (path) => require('./native-loader.cjs').load(path);
  }

  getVmContext() {
    return MAIN;
  }

  async teardown() {
    await super.teardown();
    for (const key of Reflect.ownKeys(globalThis)) if (!this.formerGlobals.has(key)) Reflect.deleteProperty(globalThis, key);
    for (const storage of used) storage.disable();
    used.clear();
  }
};

/**
 * Packages that offer only an `import` entry cannot be found from CommonJS: ask again as an importer, but only after a
 * failure, because preferring `import` everywhere breaks Jest itself.
 */
module.exports = (request, options) => {
  try {
    return options.defaultResolver(request, options);
  } catch (error) {
    try {
      return options.defaultResolver(request, { ...options, conditions: ['node', 'import', 'default'] });
    } catch {
      throw error;
    }
  }
};

/** The mapping engine's own, so that screens and worker read dates alike. */
export * from '#mapping-engine/time';

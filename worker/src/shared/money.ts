/** The mapping engine's own, so that screens and worker reckon alike. */
export * from '#mapping-engine/money';

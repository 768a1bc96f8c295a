// The words stand with the schemas, so that the form says the same.
export * from '#garden/schema/labels.ts';

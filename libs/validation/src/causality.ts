import { int } from '@projecta/plugin';
import { defineValidationMethod } from './method.js';

export const causality = defineValidationMethod({
  name: 'causality',
  title: 'Causality certificate',
  description:
    'Recomputes the decisions on data that end, or go on otherwise, after a bar: they must not change. Always runs; `checks` raises how often.',
  params: {
    checks: int({
      min: 1,
      max: 10_000_000,
      default: 16,
      unit: 'cuts',
      description: 'How many cuts; as many as there are bars checks every bar.',
    }),
  },
});

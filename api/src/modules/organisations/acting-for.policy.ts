import { definePolicy } from '../../platform/access/permission.js';

export const actingForPolicy = definePolicy({ actFor: { by: ['person'] } });

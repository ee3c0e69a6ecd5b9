import { definePolicy } from '../../platform/access/permission.js';

export const joinRequestsPolicy = definePolicy({
  askToJoin: { by: ['person'] },
  listMyJoinRequests: { by: ['person'] },
  withdrawJoinRequest: { by: ['self'], hidden: true },
  listJoinRequests: { by: ['administrator'] },
  acceptJoinRequest: { by: ['administrator'], organisationStates: ['claimed', 'verified'] },
  declineJoinRequest: { by: ['administrator'] },
});

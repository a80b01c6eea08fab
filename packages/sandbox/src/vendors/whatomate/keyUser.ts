/** A key acts as the user who made it: an administrator of the organization, who is always there. */
export const keyUserId = '5f0c7a1e-2b3d-4c5e-8f90-a1b2c3d4e5f6'
/** Name of this user in the organization. */
export const keyUserName = 'Administrator'

export const letterPath = (campaign: string) => `/campaigns/${encodeURIComponent(campaign)}/letters`
/** A picture that was changed has another address. */
export const picturePath = (campaign: string, { rev }: { rev: number }) =>
  `${letterPath(campaign)}/picture?rev=${rev}`

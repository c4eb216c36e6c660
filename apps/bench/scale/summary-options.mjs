/** What tells a source of the summary tables of docs/scale. */
export const summaryOptions = (summary) => (summary ? { tables: { summary: 'summary' }, columns: { summary: columns } } : {});

const columns = {
  wallTime: 'wall_time',
  minWallTime: 'min_wall_time',
  maxWallTime: 'max_wall_time',
  points: 'points',
  minPositiveStep: 'min_positive_step',
  minPositive: 'min_positive',
};

/** Texts about runs that come from a source. `{source}` is its name, `{what}` what was asked for, `{reason}` its own words. */
export interface SourceMessages {
  readonly sourceWaiting: string;
  readonly sourceSlow: string;
  readonly sourceFailed: string;
  readonly sourceStillShown: string;
  readonly sourceRetry: string;
  readonly sourceKeys: string;
  readonly sourceRuns: string;
  readonly sourceReduced: string;
  readonly sourceMinMax: string;
  readonly sourceSampled: string;
  readonly sourceColumnSampled: string;
  readonly sourceExtentSampled: string;
  readonly sourceDensitySampled: string;
  readonly sourceHighest: string;
  readonly sourceLowest: string;
  readonly sourceKeyLatest: string;
  readonly sourceKeyMax: string;
  readonly sourceKeyMin: string;
  readonly sourceSmoothing: string;
  readonly sourceYValues: string;
  readonly sourceKeyCount: string;
  readonly sourceKeysFound: string;
  readonly sourceKeysFoundOne: string;
  readonly sourceNoRuns: string;
  readonly sourceAllRead: string;
  readonly sourceDensity: string;
  readonly sourceNoDensity: string;
  readonly allRuns: string;
  readonly drawnOfRuns: string;
}

export const sourceMessagesEn: SourceMessages = {
  sourceWaiting: 'Waiting for {what} from {source}…',
  sourceSlow: '{source} is taking long over {what}.',
  sourceFailed: 'Could not read {what} from {source}. {reason}',
  sourceStillShown: 'The last answer is still shown.',
  sourceRetry: 'Try again',
  sourceKeys: 'the keys',
  sourceRuns: 'the runs',
  sourceReduced: 'reduced to pixels by {source}',
  sourceMinMax: 'min–max per pixel by {source}',
  sourceSampled: 'Sampled by {source}: spikes may be missing.',
  sourceColumnSampled: 'Sampled by {source}: some values may be off.',
  sourceExtentSampled: 'Axes from a sample of {source}: lines may go beyond them.',
  sourceDensitySampled: 'Density from a sample of {source}.',
  sourceHighest: '{shown} of {total} runs: the highest {key}',
  sourceLowest: '{shown} of {total} runs: the lowest {key}',
  sourceKeyLatest: '{key} (latest)',
  sourceKeyMax: '{key} (max)',
  sourceKeyMin: '{key} (min)',
  sourceSmoothing: 'smoothing is approximate',
  sourceYValues: 'Only what {source} can tell.',
  sourceKeyCount: '{count} of {total} keys. Search for the others.',
  sourceKeysFound: '{count} keys',
  sourceKeysFoundOne: '1 key',
  sourceNoRuns: '{source} has no runs yet.',
  sourceAllRead: 'Runs are read from {source} as they are needed.',
  sourceDensity: 'all runs as density',
  sourceNoDensity: '{source} could not count all runs.',
  allRuns: 'All runs, each in its own color',
  drawnOfRuns: 'The {count} runs that the plots draw, of {total}.',
};

export const sourceMessagesKo: SourceMessages = {
  sourceWaiting: '{source}에서 불러오는 중: {what}',
  sourceSlow: '{source}의 응답이 늦어지고 있습니다: {what}',
  sourceFailed: '{source}에서 불러오지 못했습니다: {what}. {reason}',
  sourceStillShown: '마지막 결과를 계속 표시합니다.',
  sourceRetry: '다시 시도',
  sourceKeys: 'Key 목록',
  sourceRuns: 'run 목록',
  sourceReduced: '픽셀 단위로 축약({source})',
  sourceMinMax: '픽셀별 최소–최대({source})',
  sourceSampled: '{source}에서 일부만 추출한 값이므로 튀는 값이 빠졌을 수 있습니다.',
  sourceColumnSampled: '{source}에서 일부만 추출했으므로 값이 정확하지 않을 수 있습니다.',
  sourceExtentSampled: '축 범위는 {source}에서 일부만 추출해 정했으므로 선이 축 밖으로 나갈 수 있습니다.',
  sourceDensitySampled: '배경은 {source}에서 일부만 추출한 결과입니다.',
  sourceHighest: 'run {total}개 중 {key} 상위 {shown}개',
  sourceLowest: 'run {total}개 중 {key} 하위 {shown}개',
  sourceKeyLatest: '{key}(최신)',
  sourceKeyMax: '{key}(최대)',
  sourceKeyMin: '{key}(최소)',
  sourceSmoothing: '평활은 근사치',
  sourceYValues: '{source}에서 제공하는 값만 표시합니다.',
  sourceKeyCount: '전체 {total}개 중 Key {count}개. 나머지는 검색하세요.',
  sourceKeysFound: 'Key {count}개',
  sourceKeysFoundOne: 'Key 1개',
  sourceNoRuns: '{source}에 아직 run이 없습니다.',
  sourceAllRead: 'run은 필요할 때 {source}에서 불러옵니다.',
  sourceDensity: '배경은 모든 run',
  sourceNoDensity: '{source}에서 모든 run을 세지 못했습니다.',
  allRuns: '모든 run(각각 고유한 색)',
  drawnOfRuns: '전체 run {total}개 중 플롯에 그린 {count}개입니다.',
};

/** Texts of the line plot. `{name}` is filled in; `` `…` `` is set as code; `…One` is used for a count of 1. */
export interface PlotMessages {
  /** Accessible name of a plot. */
  readonly plotName: string;
  /** The same where every bucket is a line. */
  readonly plotNameGroups: string;
  readonly plotHint: string;
  readonly plotSomeRuns: string;
  readonly plotStep: string;
  readonly plotRelativeProcess: string;
  readonly plotRelativeWall: string;
  readonly plotWallTime: string;
  readonly plotNoRuns: string;
  readonly plotNoMetric: string;
  readonly plotNoFinite: string;
  readonly plotNoX: string;
  readonly plotUseStep: string;
  readonly plotNothingPositive: string;
  readonly plotNotPositive: string;
  readonly plotNotPositiveOne: string;
  readonly plotUseSymlog: string;
  readonly plotAllHidden: string;
  readonly plotShowAll: string;
  readonly plotNothingInWindow: string;
  readonly plotResetZoom: string;
  readonly plotExport: string;
  readonly plotActions: string;
  readonly plotReading: string;
  readonly plotReadingKey: string;
  readonly plotSmoothed: string;
  readonly plotRaw: string;
  readonly plotPinned: string;
  readonly plotZoomed: string;
  readonly plotZoomReset: string;
  readonly plotZoomResetY: string;
  readonly plotNoReading: string;
  /** Accessible name of the list of runs near the one that is read. */
  readonly plotNeighbours: string;
  readonly plotMoreRuns: string;
  readonly plotCopy: string;
  readonly plotCopied: string;
  /** Marks the run that others are compared with. */
  readonly plotBaseline: string;
  readonly plotBaselineRun: string;
  readonly plotDifference: string;
  /** What the labels at the ends of lines say, from the top. */
  readonly plotEnds: string;
  /** Name of the control that turns runs into a line per bucket. */
  readonly plotGroup: string;
  readonly plotGroupNone: string;
  readonly plotMean: string;
  readonly plotMedian: string;
  readonly plotMeanOf: string;
  readonly plotMedianOf: string;
  readonly plotBandRange: string;
  readonly plotBandDeviation: string;
  readonly plotBandError: string;
  /** Before the number of runs that have a value at the x that is read. */
  readonly plotGroupRuns: string;
  readonly plotGroupRunsHere: string;
  readonly plotGroupRunsHereOne: string;
  readonly plotNoGroups: string;
  readonly plotNoGroupsOfSource: string;
  /** Names of the buttons that make a plot stand still and go on. */
  readonly plotPause: string;
  readonly plotResume: string;
  readonly plotPaused: string;
  /** Name of the bar that shows how far slow lines are drawn. */
  readonly plotDrawing: string;
  readonly plotNewPoints: string;
  readonly plotNewPointsOne: string;
  readonly plotNewRuns: string;
  readonly plotNewRunsOne: string;
}

export const plotMessagesEn: PlotMessages = {
  plotName: '{metric} over {x}, {count} runs',
  plotNameGroups: '{metric} over {x}, {count} buckets',
  plotHint:
    'Left and Right move along the x axis, Up and Down go to the next run, Enter keeps the reading, Escape leaves it, plus, minus and 0 zoom x, with Alt y.',
  plotSomeRuns: '{shown} of {total} runs',
  plotStep: 'Step',
  plotRelativeProcess: 'Relative Time (Process)',
  plotRelativeWall: 'Relative Time (Wall)',
  plotWallTime: 'Wall Time',
  plotNoRuns: 'There are no runs to plot yet.',
  plotNoMetric: 'No run has `{metric}`. Choose another metric.',
  plotNoFinite: 'No run has a finite value of `{metric}`. Choose another metric.',
  plotNoX: 'No run has `{x}` for `{metric}`.',
  plotUseStep: 'Use Step',
  plotNothingPositive: 'No point lies above 0, so a log scale has nothing to show.',
  plotNotPositive: '{count} points ≤ 0 are not shown.',
  plotNotPositiveOne: '1 point ≤ 0 is not shown.',
  plotUseSymlog: 'Use symlog',
  plotAllHidden: 'Every run of this plot is hidden.',
  plotShowAll: 'Show all',
  plotNothingInWindow: 'No point lies in this part of the x axis.',
  plotResetZoom: 'Reset zoom',
  plotExport: 'Download as {format}',
  plotActions: '{metric}: plot actions',
  plotReading: '{run}: {metric} {y} at {xName} {x}',
  plotReadingKey: '{title} {value}, {bucket}',
  plotSmoothed: 'smoothed',
  plotRaw: 'raw',
  plotPinned: 'Kept. Escape lets go.',
  plotZoomed: '{name} from {lower} to {upper}',
  plotZoomReset: 'The whole x axis is shown.',
  plotZoomResetY: 'The whole y axis is shown.',
  plotNoReading: 'No run is shown here.',
  plotNeighbours: 'Other runs here',
  plotMoreRuns: '{count} more: click to list all',
  plotCopy: 'Copy',
  plotCopied: 'Copied',
  plotBaseline: 'baseline',
  plotBaselineRun: 'Baseline {run}',
  plotDifference: 'Difference',
  plotEnds: 'Lines end, from the top: {names}',
  plotGroup: 'Lines of this plot',
  plotGroupNone: 'Each run',
  plotMean: 'Mean',
  plotMedian: 'Median',
  plotMeanOf: 'mean {metric}',
  plotMedianOf: 'median {metric}',
  plotBandRange: 'min – max',
  plotBandDeviation: '± std. deviation',
  plotBandError: '± std. error',
  plotGroupRuns: 'Runs here',
  plotGroupRunsHere: '{count} runs',
  plotGroupRunsHereOne: '1 run',
  plotPause: 'Pause this plot',
  plotResume: 'Resume',
  plotPaused: 'paused',
  plotDrawing: 'Drawing lines',
  plotNewPoints: '{count} new points',
  plotNewPointsOne: '1 new point',
  plotNewRuns: '{count} new runs',
  plotNewRunsOne: '1 new run',
  plotNoGroups: 'Each run keeps its line: these colors come without buckets to group by.',
  plotNoGroupsOfSource: 'Each run keeps its line: a source hands out only some of its runs.',
};

export const plotMessagesKo: PlotMessages = {
  plotName: '{x}에 따른 {metric}, run {count}개',
  plotNameGroups: '{x}에 따른 {metric}, 구간 {count}개',
  plotHint:
    '왼쪽과 오른쪽 화살표로 x축을 따라 이동하고, 위와 아래 화살표로 다른 run을 고릅니다. Enter로 고정하고 Escape로 닫으며, +, −, 0으로 x축을, Alt와 함께 누르면 y축을 확대하거나 축소합니다.',
  plotSomeRuns: 'run {total}개 중 {shown}개',
  plotStep: 'Step',
  plotRelativeProcess: '상대 시간(프로세스)',
  plotRelativeWall: '상대 시간(실제 시간)',
  plotWallTime: 'Wall Time',
  plotNoRuns: '아직 그릴 run이 없습니다.',
  plotNoMetric: '`{metric}` 값이 있는 run이 없습니다. 다른 메트릭을 선택하세요.',
  plotNoFinite: '`{metric}` 값이 유한한 run이 없습니다. 다른 메트릭을 선택하세요.',
  plotNoX: '`{metric}`에 `{x}` 값이 함께 있는 run이 없습니다.',
  plotUseStep: 'Step 사용',
  plotNothingPositive: '0보다 큰 점이 없어 로그 스케일로 표시할 것이 없습니다.',
  plotNotPositive: '0 이하인 점 {count}개는 표시되지 않습니다.',
  plotNotPositiveOne: '0 이하인 점 1개는 표시되지 않습니다.',
  plotUseSymlog: 'symlog 사용',
  plotAllHidden: '이 플롯의 모든 run이 숨겨져 있습니다.',
  plotShowAll: '모두 표시',
  plotNothingInWindow: 'x축의 이 구간에는 점이 없습니다.',
  plotResetZoom: '확대 초기화',
  plotExport: '{format} 파일로 내려받기',
  plotActions: '{metric}: 플롯 작업',
  plotReading: '{run}: {xName} {x}에서 {metric} {y}',
  plotReadingKey: '{title} {value}, {bucket}',
  plotSmoothed: '평활',
  plotRaw: '원본',
  plotPinned: '고정했습니다. Escape로 해제합니다.',
  plotZoomed: '{name} {lower}부터 {upper}까지',
  plotZoomReset: 'x축 전체를 표시합니다.',
  plotZoomResetY: 'y축 전체를 표시합니다.',
  plotNoReading: '여기에 표시된 run이 없습니다.',
  plotNeighbours: '이 위치의 다른 run',
  plotMoreRuns: '{count}개 더 있음: 클릭하면 모두 표시',
  plotCopy: '복사',
  plotCopied: '복사했습니다',
  plotBaseline: '기준 run',
  plotBaselineRun: '기준 {run}',
  plotDifference: '차이',
  plotEnds: '위에서부터 선의 끝: {names}',
  plotGroup: '이 플롯의 선',
  plotGroupNone: 'run마다',
  plotMean: '평균',
  plotMedian: '중앙값',
  plotMeanOf: '{metric} 평균',
  plotMedianOf: '{metric} 중앙값',
  plotBandRange: '최소 – 최대',
  plotBandDeviation: '± 표준편차',
  plotBandError: '± 표준오차',
  plotGroupRuns: '이 위치의 run',
  plotGroupRunsHere: 'run {count}개',
  plotGroupRunsHereOne: 'run 1개',
  plotPause: '이 플롯 일시 정지',
  plotResume: '계속',
  plotPaused: '일시 정지됨',
  plotDrawing: '선을 그리는 중',
  plotNewPoints: '새 점 {count}개',
  plotNewPointsOne: '새 점 1개',
  plotNewRuns: '새 run {count}개',
  plotNewRunsOne: '새 run 1개',
  plotNoGroups: '지금 색에는 묶을 구간이 없어 run마다 선을 그립니다.',
  plotNoGroupsOfSource: '데이터 소스에서는 일부 run만 가져오므로 run마다 선을 그립니다.',
};

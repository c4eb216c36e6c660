/** Texts of the legend's forms, colour bar, dashes, palettes and runs' own colours. `{name}` is filled in; `…One` is for a count of 1. */
export interface ColorMessages {
  readonly colorBarName: string;
  readonly colorBarLow: string;
  readonly colorBarHigh: string;
  readonly colorBarKept: string;
  readonly coloredContinuous: string;
  readonly legendDashes: string;
  readonly legendTable: string;
  readonly selectedRuns: string;
  readonly selectedRunsOne: string;
  readonly clearSelection: string;
  readonly ownColors: string;
  readonly ownColorsOne: string;
  readonly ownColorsReset: string;
  readonly ownColorsInBucket: string;
  readonly colorOfRun: string;
  readonly chooseColor: string;
  readonly colorSlot: string;
  readonly resetColor: string;
  readonly dashBy: string;
  readonly dashHint: string;
  readonly dashChoose: string;
  readonly dashNone: string;
  readonly paletteOkabeIto: string;
  readonly shuffleColors: string;
  readonly unshuffleColors: string;
  readonly seenBy: string;
  readonly viewNormal: string;
  readonly viewProtan: string;
  readonly viewDeutan: string;
  readonly viewTritan: string;
  readonly viewGrey: string;
  readonly pivot: string;
  readonly pivotMiddle: string;
  readonly pivotHint: string;
  readonly pivotRefused: string;
  readonly symmetric: string;
  readonly symmetricHint: string;
  readonly contrastHint: string;
  readonly warningInvalid: string;
  readonly warningContrast: string;
  readonly warningClose: string;
  readonly warningLightness: string;
}

export const colorMessagesEn: ColorMessages = {
  colorBarName: 'Color bar: {title}',
  colorBarLow: 'Lowest value shown',
  colorBarHigh: 'Highest value shown',
  colorBarKept: '{visible} of {count} runs',
  coloredContinuous: 'Colored by {title}, continuous. {kept}.',
  legendDashes: 'Dashes: {title}',
  legendTable: 'Runs by bucket: {title}',
  selectedRuns: '{count} runs highlighted',
  selectedRunsOne: '1 run highlighted',
  clearSelection: 'Clear',
  ownColors: '{count} runs have their own color',
  ownColorsOne: '1 run has its own color',
  ownColorsReset: 'Clear colors',
  ownColorsInBucket: '{count} with its own color',
  colorOfRun: 'Color of {name}',
  chooseColor: 'Any color',
  colorSlot: 'Color {index}',
  resetColor: 'Default color',
  dashBy: 'Dash pattern',
  dashHint: 'A second key, shown beside the colors: up to six patterns.',
  dashChoose: 'Choose what dashes show',
  dashNone: 'None',
  paletteOkabeIto: 'Okabe–Ito',
  shuffleColors: 'Shuffle',
  unshuffleColors: 'Unshuffle',
  seenBy: 'How others see it',
  viewNormal: 'Usual',
  viewProtan: 'Protan',
  viewDeutan: 'Deutan',
  viewTritan: 'Tritan',
  viewGrey: 'Grey',
  pivot: 'Midpoint',
  pivotMiddle: 'middle of the range',
  pivotHint: 'The value that takes the middle color, such as 0 or a baseline.',
  pivotRefused: '“{text}” is not a number.',
  symmetric: 'Same span on both sides',
  symmetricHint: 'Colors deepen at the same rate above and below the midpoint.',
  contrastHint: 'Your system asks for more contrast, so High contrast stands in for Runhue.',
  warningInvalid: '{color} is not a color written as #rrggbb.',
  warningContrast: '{color} has a contrast of {contrast}:1 with the background. Lines need 3:1, so it is drawn with an edge.',
  warningClose: '{first} and {second} are hard to tell apart ({vision} vision).',
  warningLightness: 'Lightness goes up and down along the palette ({visions} vision), so its order is hard to see.',
};

export const colorMessagesKo: ColorMessages = {
  colorBarName: '컬러 바: {title}',
  colorBarLow: '표시할 최솟값',
  colorBarHigh: '표시할 최댓값',
  colorBarKept: 'run {count}개 중 {visible}개',
  coloredContinuous: '{title} 기준으로 연속 색상을 지정했습니다. {kept}.',
  legendDashes: '선 모양: {title}',
  legendTable: '버킷별 run: {title}',
  selectedRuns: 'Run {count}개 강조 중',
  selectedRunsOne: 'Run 1개 강조 중',
  clearSelection: '해제',
  ownColors: 'Run {count}개에 색상을 직접 지정했습니다',
  ownColorsOne: 'Run 1개에 색상을 직접 지정했습니다',
  ownColorsReset: '지정 해제',
  ownColorsInBucket: '직접 지정한 색상 {count}개',
  colorOfRun: '{name} 색상',
  chooseColor: '직접 선택',
  colorSlot: '색상 {index}',
  resetColor: '기본 색상',
  dashBy: '선 모양',
  dashHint: '색상과 별도로 두 번째 key를 선 모양으로 구분합니다(최대 6가지).',
  dashChoose: '선 모양 기준 선택',
  dashNone: '없음',
  paletteOkabeIto: 'Okabe–Ito',
  shuffleColors: '섞기',
  unshuffleColors: '섞기 취소',
  seenBy: '색각별 미리보기',
  viewNormal: '일반',
  viewProtan: '적색맹',
  viewDeutan: '녹색맹',
  viewTritan: '청색맹',
  viewGrey: '흑백',
  pivot: '중간값',
  pivotMiddle: '범위의 가운데',
  pivotHint: '0이나 기준값처럼 가운데 색을 사용할 값입니다.',
  pivotRefused: '숫자를 입력하세요. 입력한 값: “{text}”',
  symmetric: '양쪽 범위를 같게',
  symmetricHint: '중간값 위아래로 색이 같은 비율로 진해집니다.',
  contrastHint: '시스템에서 고대비를 요청하여 Runhue 대신 고대비 팔레트를 사용합니다.',
  warningInvalid: '#rrggbb 형식이 아닌 색상: {color}',
  warningContrast: '{color}: 배경과의 대비가 {contrast}:1로 낮습니다(선은 3:1 이상 필요). 테두리를 넣어 그립니다.',
  warningClose: '서로 구분하기 어려운 색상: {first}, {second} ({vision} 기준)',
  warningLightness: '팔레트의 밝기가 일정하게 변하지 않아 순서를 알아보기 어렵습니다({visions} 기준).',
};

import * as lines from '@runhue/lines';
import { expect, it } from 'vitest';

it('@runhue/lines exports these names and no others', () => {
  expect(Object.keys(lines).sort()).toEqual([
    'aggregateLines',
    'blendPixels',
    'casePixels',
    'casingId',
    'clearIdBuffer',
    'clipSmoothingAmount',
    'colorPixels',
    'createCasingTable',
    'createColorTable',
    'createIdBuffer',
    'createLinePlot',
    'decimateBands',
    'decimateLines',
    'decimateSteps',
    'extendSpans',
    'fromCoordinate',
    'fromPixel',
    'lineDistance',
    'lineId',
    'linePath',
    'nearestLine',
    'nearestLines',
    'rasterBands',
    'rasterLines',
    'rasterSteps',
    'rescaleSpans',
    'smooth',
    'smoothingLimits',
    'toCoordinate',
    'toPixel',
    'xAxisMap',
    'yAxisMap',
  ]);
});

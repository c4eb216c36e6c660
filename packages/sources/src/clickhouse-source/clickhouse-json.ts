import type { SqlJson } from '../run-source/sql/sql-dialect.js';

/** ClickHouse's reader (simdjson) reads no bare NaN: such a text is given whole. `if` works out only the branch that it takes. */
export const clickHouseJson: SqlJson = {
  at: (text, path, bind) => {
    const found = `JSONExtractRaw(${[text, ...path.map(bind)].join(', ')})`;
    return `if(notEmpty(${found}), ${found}, if(isValidJSON(${text}), '', concat('?', ${text})))`;
  },
  toNumber: (text) => `JSONExtractFloat(${text})`,
  members: (text) => `arrayJoin(if(notEmpty(JSONExtractKeysAndValuesRaw(${text})), JSONExtractKeysAndValuesRaw(${text}), [('', concat('?', ${text}))]))`,
  member: (pair) => [`tupleElement(${pair}, 1)`, `tupleElement(${pair}, 2)`],
};

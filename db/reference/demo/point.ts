import { EXAMPLE_POINT_CODE } from '../../../api/domain/point-code.ts';
import { bodyId } from '../body-id.ts';
import type { ReferenceSet } from '../set.ts';

/**
 * The counter of the fictional place that the examples of the API name. Its code is not signed: only a demonstration
 * accepts it.
 */
export const demonstrationPoint: ReferenceSet = {
  name: 'demonstration-point',
  tables: () => [
    {
      table: 'service_point',
      key: ['id'],
      columns: [
        'id',
        'code',
        'code_key_version',
        'kind',
        'channel',
        'name',
        'name_en',
        'place_name',
        'place_name_en',
        'body_id',
        'division',
        'created_at',
      ],
      hashed: false,
      rows: [
        {
          id: '5e0a7b6e-9c1d-4a52-8f1e-99010000000a',
          code: EXAMPLE_POINT_CODE,
          code_key_version: 0,
          kind: 'window',
          channel: 'offline',
          name: '3号窗口（企业开办）',
          name_en: 'Counter 3 (Starting a business)',
          place_name: '样例市政务服务大厅',
          place_name_en: 'Service Hall of Sample City',
          body_id: bodyId('样例市市场监督管理局', '9901'),
          division: '9901',
          created_at: '2026-01-05T01:00:00Z',
        },
      ],
    },
  ],
};

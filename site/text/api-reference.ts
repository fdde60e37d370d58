import type { Text } from './locale.ts';

export const apiReference: Text<{
  title: string;
  lead: string;
  document: string;
  contents: string;
  access: Record<'public' | 'code' | 'official' | 'key', string>;
  parameters: string;
  name: string;
  place: string;
  kind: string;
  meaning: string;
  required: string;
  example: string;
  answers: string;
}> = {
  'zh-CN': {
    title: '数据接口',
    lead: '公开信息不用密钥就能读取，也可以由程序提交诉求和评价。页面能办的，接口都能办，走的是同一套规则。',
    document: '下载 OpenAPI 3.1 说明文件',
    contents: '目录',
    access: { public: '公开', code: '凭查询码', official: '工作人员', key: '签名的推送单位' },
    parameters: '参数',
    name: '名称',
    place: '位置',
    kind: '类型',
    meaning: '说明',
    required: '必填',
    example: '请求示例',
    answers: '答复',
  },
  en: {
    title: 'API',
    lead: 'Public information is read without a key, and programs may file complaints and ratings. Whatever the pages can do, the API can, by the same rules.',
    document: 'Download the OpenAPI 3.1 description',
    contents: 'Contents',
    access: { public: 'public', code: 'with the query code', official: 'officials', key: 'senders that sign' },
    parameters: 'Parameters',
    name: 'Name',
    place: 'In',
    kind: 'Type',
    meaning: 'Meaning',
    required: 'required',
    example: 'Example of a request',
    answers: 'Answers',
  },
};

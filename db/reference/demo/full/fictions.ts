/** Words that several kinds of demonstration data share. Enterprises, people and projects exist nowhere. */
export const PROJECTS = [
  '污水管网改造',
  '标准厂房',
  '智慧路灯',
  '农贸市场升级',
  '校舍加固',
  '冷链仓库',
  '乡村道路硬化',
  '老旧小区加装电梯',
  '体育公园',
  '充电桩',
  '河道清淤',
  '养老服务中心',
  '产业园二期',
  '公交站台更新',
  '文化礼堂修缮',
  '秸秆处理站',
  '停车场扩建',
  '应急广播',
  '自来水管网',
  '蔬菜大棚',
  '光伏屋顶',
  '图书馆装修',
  '绿化养护',
  '垃圾分类亭',
  '人行天桥',
  '卫生院扩建',
  '数字档案',
  '消防改造',
  '灌溉泵站',
  '夜市街区',
] as const;

const FANCY = ['样张', '例图', '范文', '模板', '拟真', '试样', '样稿', '蓝图', '假想', '例句', '虚线', '示意'] as const;
const TRADES = [
  '建筑安装',
  '新材料',
  '软件',
  '环保设备',
  '物流',
  '食品',
  '装饰工程',
  '机电',
  '园林',
  '教育装备',
  '信息技术',
  '农业科技',
  '照明',
  '纺织',
  '医疗器械',
  '包装',
] as const;
export const ENTERPRISE = { fancy: FANCY, trades: TRADES } as const;

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const GIVEN = ['示例', '样例', '演示', '举例', '虚构', '假设', '拟名', '范例'] as const;
export const PEOPLE_NAMES = { surnames: [...SURNAMES], given: GIVEN } as const;

export const FULL_SOURCE = '践诺演示数据，内容均为虚构';

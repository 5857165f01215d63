/** People that exist in the demonstration court's register alone; numbers and phones belong to nobody. */
export const demonstrationPersons = [
  { name: '张三', identityNumber: '410602198503071010', phone: '13800000001' },
  { name: '李四', identityNumber: '410802199005122028', phone: '13800000002' },
  { name: '王五', identityNumber: '410602197809233030', phone: '13800000003' },
  { name: '赵六', identityNumber: '410811199511054044', phone: '13800000004' },
  { name: '孙七', identityNumber: '410603198802165056', phone: '13800000005' },
  { name: '周八', identityNumber: '410803199210206067', phone: '13800000006' },
  // The officer of the demonstration procuratorate.
  { name: '郑公诉', identityNumber: '410611198809073015', phone: '13800000007' },
] as const;

/** A bar a row. The table beside it says the same to whom a picture says nothing. */
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';

export function StatisticChart({ title, rows }: { title: string; rows: readonly { key: string; label: string; count: number }[] }) {
  const height = Math.max(90, rows.length * 30 + 16);
  const short = (label: string) => (label.length > 14 ? `${label.slice(0, 13)}…` : label);
  return (
    <div role="img" aria-label={title} style={{ height }}>
      <ResponsiveContainer width="100%" height={height}>
        <BarChart data={[...rows]} layout="vertical" margin={{ top: 4, right: 44, bottom: 4, left: 4 }} accessibilityLayer={false}>
          <XAxis type="number" hide allowDecimals={false} />
          <YAxis type="category" dataKey="label" width={150} tickLine={false} axisLine={false} tickFormatter={short} tick={{ fontSize: 12.5, fill: '#3d4756' }} interval={0} />
          <Bar dataKey="count" fill="#2f5c9e" isAnimationActive={false} maxBarSize={18}><LabelList dataKey="count" position="right" fontSize={12.5} fill="#1c2430" /></Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

export function ClockPage() { return <main />; }

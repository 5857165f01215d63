export function OutboxPage() { return <main />; }

export function StaffSignInPage() { return <main />; }

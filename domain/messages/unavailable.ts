/** The type of an activity's failure that says: what it needs cannot be reached at the moment. */
export const unavailable = 'Unavailable';

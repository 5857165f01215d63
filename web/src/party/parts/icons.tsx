/** The few pictures of the phone pages, drawn here so that no icon set is loaded. All are decoration: the words say it. */
const drawing = (path: string) => function Icon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
      <path d={path} />
    </svg>
  );
};

export const BackIcon = drawing('M15 5l-7 7 7 7');
export const ForwardIcon = drawing('M9 5l7 7-7 7');
export const MicrophoneIcon = drawing('M12 3a3 3 0 0 1 3 3v6a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3zM5 11a7 7 0 0 0 14 0M12 18v3');
export const MicrophoneOffIcon = drawing('M9 9v3a3 3 0 0 0 5 2.2M15 11V6a3 3 0 0 0-5.9-.8M5 11a7 7 0 0 0 11 5.7M19 11a7 7 0 0 1-.6 2.9M12 18v3M4 4l16 16');
export const CameraIcon = drawing('M4 7h9a2 2 0 0 1 2 2v6a2 2 0 0 1-2 2H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1zM15 11l6-3v8l-6-3');
export const CameraOffIcon = drawing('M10 7h3a2 2 0 0 1 2 2v2l6-3v8l-3-1.5M15 15a2 2 0 0 1-2 2H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h1M3 3l18 18');
export const LeaveIcon = drawing('M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 8l-4 4 4 4M6 12h10');

/** The mark: an eye that keeps watch. Decorative; the word beside it carries the name. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="8" fill="var(--mantine-color-petrol-7)" />
      <path
        d="M5.5 16C8.4 11.2 12 8.8 16 8.800S23.6 11.2 26.5 16C23.6 20.8 20 23.2 16 23.200S8.4 20.8 5.5 16Z"
        fill="none"
        stroke="#fff"
        strokeWidth="2.2"
        strokeLinejoin="round"
      />
      <circle cx="16" cy="16" r="3.3" fill="#fff" />
    </svg>
  );
}

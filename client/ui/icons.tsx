/** Our few icons: one line weight, no text; the button beside them has the name. */
const Icon = ({ d }: { readonly d: string }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={d} />
  </svg>
);

export const GearIcon = () => <Icon d="M4 7h9m5 0h2M4 17h2m5 0h9M15.5 4.5v5M8.5 14.5v5" />;
export const BookIcon = () => (
  <Icon d="M12 6v14M12 6c-2-1.6-5-2-9-2v13.5c4 0 7 .5 9 2.5 2-2 5-2.5 9-2.5V4c-4 0-7 .4-9 2" />
);
export const HelpIcon = () => <Icon d="M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.8-1.7 1.5-1.7 2.8M12 18.6v.6" />;
export const LadderIcon = () => <Icon d="M6 3v18M18 3v18M6 7l12 3M18 13 6 16" />;
export const LeaveIcon = () => <Icon d="M14 4H5v16h9M10 12h10m-4-4 4 4-4 4" />;
export const BackIcon = () => <Icon d="M11 5l-7 7 7 7M4 12h16" />;
export const AgainIcon = () => <Icon d="M19 8a8 8 0 1 0 1.2 6M20 3v6h-6" />;
export const CloseIcon = () => <Icon d="M5 5l14 14M19 5 5 19" />;
export const SaveIcon = () => <Icon d="M12 4v11m-4-4 4 4 4-4M5 20h14" />;

import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/button';

interface PartActsProps {
  readonly about: string;
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** Up, down, away: for each of the parts of a list. */
export function PartActs({ about, index, count, onMove, onRemove }: PartActsProps) {
  const { t } = useTranslation('calls');
  return (
    <div className="form-actions">
      <Button size="small" look="quiet" disabled={index === 0} icon={<ArrowUp aria-hidden size={16} />} onClick={() => onMove(-1)}>
        {t('edit.up')}
        <span className="visually-hidden"> {about}</span>
      </Button>
      <Button size="small" look="quiet" disabled={index === count - 1} icon={<ArrowDown aria-hidden size={16} />} onClick={() => onMove(1)}>
        {t('edit.down')}
        <span className="visually-hidden"> {about}</span>
      </Button>
      <Button size="small" look="quiet" icon={<Trash2 aria-hidden size={16} />} onClick={onRemove}>
        {t('edit.remove')}
        <span className="visually-hidden"> {about}</span>
      </Button>
    </div>
  );
}

export function CheckBox({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}) {
  return (
    <label className="choice">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span className="choice-text">
        <span>{label}</span>
      </span>
    </label>
  );
}

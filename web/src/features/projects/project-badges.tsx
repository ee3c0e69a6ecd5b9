import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../ui/badge';
import type { SavedProject } from './projects.queries';

const TONES = { draft: 'amber', open: 'enamel', matched: 'moss', closed: 'neutral' } as const;

/** Where a project stands, and whether everyone may see it: in words, the colour only repeats them. */
export function ProjectBadges({ project }: { readonly project: Pick<SavedProject, 'state' | 'public'> }) {
  const { t } = useTranslation('projects');
  const isSeen = project.public && (project.state === 'open' || project.state === 'matched');
  return (
    <p className="badges">
      <Badge tone={TONES[project.state]}>{t(`state.${project.state}`)}</Badge>
      <Badge icon={isSeen ? <Eye aria-hidden size={16} /> : <EyeOff aria-hidden size={16} />}>
        {isSeen ? t('visibility.public') : t('visibility.private')}
      </Badge>
    </p>
  );
}
